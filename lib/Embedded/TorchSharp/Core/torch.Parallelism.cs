namespace TorchSharp;

public static partial class torch
{
    /// <summary>How many threads, the caller included, share a kernel. Results do not depend on it.</summary>
    public static int get_num_threads() => Threading.WorkerTeam.Threads;

    public static void set_num_threads(int num) => Threading.WorkerTeam.Threads = num;
}
