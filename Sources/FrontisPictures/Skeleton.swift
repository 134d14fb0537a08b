enum SkeletonFrontisPictures {}
