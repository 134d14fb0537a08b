enum SkeletonFrontisImages {}
