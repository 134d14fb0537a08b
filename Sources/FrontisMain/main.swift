// Nothing of it is called: being part of the program, it answers for malloc (docs/decisions.md).
import CMimalloc
import FrontisProgram

await FrontisProgram.run()
