// The session as a cell sees it through Kernel.Current.

using Microsoft.DotNet.Interactive;

namespace NotebookHost.Session;

internal sealed class CSharpKernel() : Kernel("csharp");
