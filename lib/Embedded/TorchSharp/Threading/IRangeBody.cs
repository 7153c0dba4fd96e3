namespace TorchSharp.Threading;

/// <summary>The body of a parallel loop: works on the half-open range [from, to). Structs keep a dispatch free of garbage.</summary>
/// <remarks>
/// A loop that carries a kernel's time is marked AggressiveOptimization: the runtime compiles it fully at its first call. Its
/// tiers would run it slowly, and then counting, for the first second or two, in which a small net has almost been trained.
/// </remarks>
internal interface IRangeBody
{
    void Run(long from, long to);
}
