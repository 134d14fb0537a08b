enum SkeletonFrontisContent {}
