enum SkeletonFrontisBuild {}
