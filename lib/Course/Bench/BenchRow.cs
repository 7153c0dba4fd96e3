// One row of the engine benchmark, and what was measured.

namespace Course.Bench;

/// <summary>Work to measure.</summary>
/// <param name="Name">Name of the row; the PyTorch twin uses the same.</param>
/// <param name="Flops">Floating-point operations of a call, 2 x multiply-accumulates of convolution and linear layers.</param>
/// <param name="Prepare">Makes the work ready and gives the call to measure.</param>
internal sealed record BenchRow(string Name, double Flops, Func<Action> Prepare);

/// <summary>What a row took.</summary>
/// <param name="Name">Name of the row.</param>
/// <param name="MedianMs">Median time of a call in milliseconds.</param>
/// <param name="LeastMs">Least time of a call in milliseconds.</param>
/// <param name="GigaflopsPerSecond">Operations per second at the median, in billions. A fast algorithm does fewer and may exceed the peak.</param>
/// <param name="ShareOfPeak">The same as a share of the measured peak.</param>
/// <param name="AllocatedBytes">Managed memory that a call allocates.</param>
internal sealed record BenchResult(string Name, double MedianMs, double LeastMs, double GigaflopsPerSecond, double ShareOfPeak, long AllocatedBytes);
