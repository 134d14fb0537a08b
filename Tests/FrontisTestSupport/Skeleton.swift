enum SkeletonTS {}
