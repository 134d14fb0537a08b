enum SkeletonFrontisStore {}
