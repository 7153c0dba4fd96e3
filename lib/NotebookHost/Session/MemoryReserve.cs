// Memory that is given up at the moment when a cell has used up all the rest, so that the session can still say so, and the
// next cell can free what the failed one holds.

using System.Runtime.ExceptionServices;

namespace NotebookHost.Session;

internal static class MemoryReserve
{
    // What the compiler needs for a cell, and a little more. It is never written to: until it is given up it is only a promise.
    private const int Bytes = 64 << 20;

    private static byte[]? held;
    private static bool watching;
    private static bool givenUp;

    /// <summary>Sets the reserve aside, where as much is left for the cell that runs next: it may be the one that frees the rest.</summary>
    internal static void Hold()
    {
        if (!Interlocked.Exchange(ref watching, true))
        {
            AppDomain.CurrentDomain.FirstChanceException += GiveUp;
        }

        Recover();
        if (Volatile.Read(ref held) is null && GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - GC.GetTotalMemory(false) > 2L * Bytes)
        {
            try
            {
                Volatile.Write(ref held, GC.AllocateUninitializedArray<byte>(Bytes));
            }
            catch (OutOfMemoryException)
            {
                // What there is will have to do.
            }
        }
    }

    /// <summary>
    /// After memory was short: makes the reserve, and what the failed code no longer holds, usable for everything. The runtime keeps
    /// a freed large block for other large blocks, until a collection of this kind.
    /// </summary>
    internal static void Recover()
    {
        if (Interlocked.Exchange(ref givenUp, false))
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    private static void GiveUp(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (thrown.Exception is OutOfMemoryException)
        {
            Volatile.Write(ref held, null);
            Volatile.Write(ref givenUp, true);
        }
    }
}
