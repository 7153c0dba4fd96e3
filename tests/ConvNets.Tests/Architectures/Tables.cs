using System.Collections.Concurrent;
using ConvNets.Architectures;
using ConvNets.Geometry;

namespace ConvNets.Tests.Architectures;

/// <summary>Tables of the registry's networks at their published inputs, each made once.</summary>
internal static class Tables
{
    private static readonly ConcurrentDictionary<(string, long?, bool), LayerTable> Made = new();

    public static LayerTable For(string id, long? classes = null, bool auxiliary = false)
    {
        var architecture = Registry.Find(id);
        return Made.GetOrAdd((id, classes ?? architecture.Classes, auxiliary), _ => Registry.Table(id, classes: classes, auxiliary: auxiliary));
    }
}
