enum SkeletonFrontisXML {}
