enum SkeletonFrontisRender {}
