import AsyncHTTPClient
enum SkeletonP {}
