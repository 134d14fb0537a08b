// Whoever works with the core's values works with the public ones, which plug-ins see.
@_exported public import Frontis
