// Cost against quality: what no other point beats in both is on the front (Pareto, 1906).

using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace ConvNets.Plots;

/// <summary>Something with a cost and a quality.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Cost">Less is better.</param>
/// <param name="Quality">More is better.</param>
public sealed record Candidate(string Name, double Cost, double Quality);

public static partial class Plot
{
    /// <summary>Candidates with their front; those that another beats in both are grey.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="candidates">The candidates.</param>
    /// <param name="cost">Name and unit of the cost.</param>
    /// <param name="quality">Name and unit of the quality.</param>
    /// <param name="logX">Logarithmic cost axis.</param>
    public static GenericChart ParetoFront(string title, IReadOnlyList<Candidate> candidates, string cost, string quality, bool logX = false)
    {
        if (candidates.Count == 0)
        {
            throw new ArgumentException("ParetoFront needs at least one candidate.");
        }

        var front = Front(candidates);
        var places = LabelPlaces.Find(
            [.. candidates.Select(c => (logX ? Math.Log10(c.Cost) : c.Cost, c.Quality))],
            [.. candidates.Select(c => c.Name)],
            [.. candidates.Select(_ => 9)]);
        var charts = new List<GenericChart>
        {
            Chart.Line<double, double, string>(
                front.Select(c => c.Cost).ToArray(),
                front.Select(c => c.Quality).ToArray(),
                Name: "front",
                LineColor: Palette.At(0),
                Line: Line.init(Shape: StyleParam.Shape.Hv)),
        };
        foreach (var (name, color, best) in new[] { ("on the front", Palette.At(0), true), ("dominated", Palette.Quiet, false) })
        {
            var chosen = Enumerable.Range(0, candidates.Count).Where(i => front.Contains(candidates[i]) == best).ToArray();
            if (chosen.Length > 0)
            {
                charts.Add(Chart.Point<double, double, string>(
                    chosen.Select(i => candidates[i].Cost).ToArray(),
                    chosen.Select(i => candidates[i].Quality).ToArray(),
                    Name: name,
                    MultiText: chosen.Select(i => candidates[i].Name).ToArray(),
                    MultiTextPosition: chosen.Select(i => places[i]).ToArray(),
                    Marker: Plotly.NET.TraceObjects.Marker.init(Size: 9, Color: color)));
            }
        }

        return Chart.Combine(charts)
            .Titled(title, cost, quality, logX: logX)
            .WithRoomForNames([.. candidates.Select(c => c.Cost)], [.. candidates.Select(c => c.Quality)], logX);
    }

    /// <summary>The candidates that no other beats, from cheap to dear.</summary>
    public static IReadOnlyList<Candidate> Front(IReadOnlyList<Candidate> candidates)
    {
        var front = new List<Candidate>();
        var best = double.NegativeInfinity;
        foreach (var candidate in candidates.OrderBy(c => c.Cost).ThenByDescending(c => c.Quality))
        {
            if (candidate.Quality > best)
            {
                best = candidate.Quality;
                front.Add(candidate);
            }
        }

        return front;
    }
}
