namespace TorchSharp.Threading;

/// <summary>The body of a parallel loop: works on the half-open range [from, to). Structs keep a dispatch free of garbage.</summary>
internal interface IRangeBody
{
    void Run(long from, long to);
}
