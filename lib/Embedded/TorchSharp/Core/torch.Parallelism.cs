namespace TorchSharp;

public static partial class torch
{
    private static int s_interopThreads = Environment.ProcessorCount;

    /// <summary>How many threads, the caller included, share a kernel. Results do not depend on it.</summary>
    public static int get_num_threads() => Threading.WorkerTeam.Threads;

    public static void set_num_threads(int num) => Threading.WorkerTeam.Threads = num;

    /// <summary>How many operations may run side by side; this engine runs one after another and only keeps the number.</summary>
    public static int get_num_interop_threads() => s_interopThreads;

    /// <summary>Sets what <see cref="get_num_interop_threads"/> answers.</summary>
    /// <exception cref="ExternalException">The number is not positive.</exception>
    public static void set_num_interop_threads(int num) => s_interopThreads = num > 0 ? num : throw new ExternalException($"set_num_interop_threads expects a positive integer, but got {num}");
}
