// Colour scales by name, with the stops that plotly.js gives them, and custom ones.

namespace Plotly.NET.Rendering;

/// <summary>Maps 0 to 1 onto colours, linearly between stops.</summary>
internal sealed class ColorRamp
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Greys"] = "0 #000000 1 #ffffff",
        ["YlGnBu"] = "0 #081d58 .125 #253494 .25 #225ea8 .375 #1d91c0 .5 #41b6c4 .625 #7fcdbb .75 #c7e9b4 .875 #edf8d9 1 #ffffd9",
        ["Greens"] = "0 #00441b .125 #006d2c .25 #238b45 .375 #41ab5d .5 #74c476 .625 #a1d99b .75 #c7e9c0 .875 #e5f5e0 1 #f7fcf5",
        ["YlOrRd"] = "0 #800026 .125 #bd0026 .25 #e31a1c .375 #fc4e2a .5 #fd8d3c .625 #feb24c .75 #fed976 .875 #ffeda0 1 #ffffcc",
        ["Bluered"] = "0 #0000ff 1 #ff0000",
        ["RdBu"] = "0 #050aac .35 #6a89f7 .5 #bebebe .6 #dcaa84 .7 #e6915a 1 #b20a1c",
        ["Reds"] = "0 #dcdcdc .2 #f5c39d .4 #f5a069 1 #b20a1c",
        ["Blues"] = "0 #050aac .35 #283cbe .5 #4664f5 .6 #5a78f5 .7 #6a89f7 1 #dcdcdc",
        ["Picnic"] = "0 #0000ff .1 #3399ff .2 #66ccff .3 #99ccff .4 #ccccff .5 #ffffff .6 #ffccff .7 #ff99ff .8 #ff66cc .9 #ff6666 1 #ff0000",
        ["Rainbow"] = "0 #96005a .125 #0000c8 .25 #0019ff .375 #0098ff .5 #2cff96 .625 #97ff00 .75 #ffea00 .875 #ff6f00 1 #ff0000",
        ["Portland"] = "0 #0c3383 .25 #0a88ba .5 #f2d338 .75 #f28f38 1 #d91e1e",
        ["Jet"] = "0 #000083 .125 #003caa .375 #05ffff .625 #ffff00 .875 #fa0000 1 #800000",
        ["Hot"] = "0 #000000 .3 #e60000 .6 #ffd200 1 #ffffff",
        ["Blackbody"] = "0 #000000 .2 #e60000 .4 #e6d200 .7 #ffffff 1 #a0c8ff",
        ["Earth"] = "0 #000082 .1 #00b4b4 .2 #28d228 .4 #e6e632 .6 #784614 1 #ffffff",
        ["Electric"] = "0 #000000 .15 #1e0064 .4 #780064 .6 #a05a00 .8 #e6c800 1 #fffadc",
        ["Viridis"] = "0 #440154 .06275 #48186a .12549 #472d7b .18824 #424086 .25098 #3b528b .31373 #33638d .37647 #2c728e .43922 #26828e "
            + ".50196 #21918c .56471 #1fa088 .62745 #28ae80 .69020 #3fbc73 .75294 #5ec962 .81569 #84d44b .87843 #addc30 .94118 #d8e219 1 #fde725",
        ["Cividis"] = "0 #00204c .05882 #002a66 .11765 #00346e .17647 #273f6c .23529 #3c4a6b .29412 #4c556b .35294 #5b5f6d .41176 #686a70 "
            + ".47059 #757575 .52941 #838178 .58824 #928c78 .64706 #a19876 .70588 #b0a572 .76471 #c0b16d .82353 #d1bf66 .88235 #e1cc5c .94118 #f3db4f 1 #ffe945",
    };

    private readonly (double At, Rgba Color)[] _stops;

    private ColorRamp((double, Rgba)[] stops) => _stops = stops;

    /// <summary>The names that are known.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>From a name or a list of [position, colour]; Viridis where the value says nothing.</summary>
    public static ColorRamp From(object? value, bool reversed)
    {
        var stops = Read.List(value) is { Length: > 1 } list ? Custom(list) : Stops(value as string);
        return new ColorRamp(reversed ? [.. stops.Select(s => (1 - s.At, s.Color)).Reverse()] : stops);
    }

    public Rgba At(double t)
    {
        t = double.IsNaN(t) ? 0 : Math.Clamp(t, 0, 1);
        for (var i = 1; i < _stops.Length; i++)
        {
            if (t <= _stops[i].At)
            {
                var (from, to) = (_stops[i - 1], _stops[i]);
                var width = to.At - from.At;
                return width <= 0 ? to.Color : Rgba.Mix(from.Color, to.Color, (t - from.At) / width);
            }
        }

        return _stops[^1].Color;
    }

    private static (double At, Rgba Color)[] Stops(string? name)
    {
        // Plotly.NET spells two of the scales with an I.
        name = name switch { "YIGnBu" => "YlGnBu", "YIOrRd" => "YlOrRd", _ => name };
        var words = (name is not null && Known.TryGetValue(name, out var text) ? text : Known["Viridis"]).Split(' ');
        var stops = new (double, Rgba)[words.Length / 2];
        for (var i = 0; i < stops.Length; i++)
        {
            stops[i] = (double.Parse(words[2 * i], System.Globalization.CultureInfo.InvariantCulture), Rgba.Parse(words[(2 * i) + 1])!.Value);
        }

        return stops;
    }

    private static (double At, Rgba Color)[] Custom(object?[] list)
    {
        var stops = new List<(double, Rgba)>();
        foreach (var item in list)
        {
            if (Read.List(item) is [{ } at, { } color] && Read.Number(at) is { } position
                && Rgba.Parse(color is Color { Value: string css } ? css : color as string) is { } parsed)
            {
                stops.Add((position, parsed));
            }
        }

        return stops.Count > 1 ? [.. stops.OrderBy(s => s.Item1)] : Stops(null);
    }
}
