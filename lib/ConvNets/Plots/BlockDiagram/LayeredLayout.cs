// Layered drawing of directed graphs (Sugiyama, Tagawa and Toda 1981, "Methods for visual understanding of hierarchical
// system structures"): ranks by longest path, way points on edges that pass ranks, order by barycentres, then places.

namespace ConvNets.Plots;

/// <summary>A place in a drawing: a layer, or a way point of an edge where <see cref="Node"/> is null.</summary>
internal sealed class Cell(BlockNode? node, int rank, double width, double height)
{
    public BlockNode? Node { get; } = node;

    public int Rank { get; } = rank;

    public double Width { get; } = width;

    public double Height { get; set; } = height;

    /// <summary>Middle.</summary>
    public double X { get; set; }

    /// <summary>Middle.</summary>
    public double Y { get; set; }

    public List<Cell> Above { get; } = [];

    public List<Cell> Below { get; } = [];
}

/// <summary>The places of all layers and the ways of all edges.</summary>
internal sealed class LayeredLayout
{
    private const double GapX = 28;
    private const double GapY = 26;
    private const int Sweeps = 12;

    private LayeredLayout(List<List<Cell>> ranks, List<List<Cell>> ways)
    {
        Ranks = ranks;
        Ways = ways;
    }

    public List<List<Cell>> Ranks { get; }

    /// <summary>For each edge the cells from its layer over way points to its layer.</summary>
    public List<List<Cell>> Ways { get; }

    public IEnumerable<Cell> Cells => Ranks.SelectMany(r => r);

    /// <summary>Lays a diagram out.</summary>
    /// <param name="diagram">The layers and arrows.</param>
    /// <param name="ranks">The rank of each layer from the top, arrows running downwards; left out, the longest path decides.</param>
    /// <param name="gap">Pixels between two ranks.</param>
    public static LayeredLayout Of(BlockDiagram diagram, IReadOnlyDictionary<string, int>? ranks = null, double gap = GapY)
    {
        var rank = ranks ?? RankOf(diagram);
        var rows = Enumerable.Range(0, rank.Values.Max() + 1).Select(_ => new List<Cell>()).ToList();
        var cells = new Dictionary<string, Cell>(StringComparer.Ordinal);
        foreach (var node in diagram.Nodes)
        {
            var (width, height) = BlockDrawing.Size(node);
            var cell = new Cell(node, rank[node.Id], width, height);
            cells.Add(node.Id, cell);
            rows[cell.Rank].Add(cell);
        }

        var ways = diagram.Edges.Select(edge => Way(cells[edge.From], cells[edge.To], rows)).ToList();
        var layout = new LayeredLayout(rows, ways);
        layout.Order();
        layout.Place(gap);
        return layout;
    }

    private static Dictionary<string, int> RankOf(BlockDiagram diagram)
    {
        var incoming = diagram.Edges.ToLookup(e => e.To, e => e.From);
        var outgoing = diagram.Edges.ToLookup(e => e.From, e => e.To);
        var waiting = diagram.Nodes.ToDictionary(n => n.Id, n => incoming[n.Id].Count(), StringComparer.Ordinal);
        var rank = new Dictionary<string, int>(StringComparer.Ordinal);
        var ready = new Queue<string>(diagram.Nodes.Where(n => waiting[n.Id] == 0).Select(n => n.Id));
        while (ready.TryDequeue(out var id))
        {
            rank[id] = incoming[id].Select(from => rank[from] + 1).DefaultIfEmpty(0).Max();
            foreach (var to in outgoing[id].Where(to => --waiting[to] == 0))
            {
                ready.Enqueue(to);
            }
        }

        return rank.Count == diagram.Nodes.Count
            ? rank
            : throw new ArgumentException($"The arrows of the block diagram run in a circle through '{diagram.Nodes.First(n => !rank.ContainsKey(n.Id)).Id}'; a net must run forward.");
    }

    private static List<Cell> Way(Cell from, Cell to, List<List<Cell>> ranks)
    {
        var way = new List<Cell> { from };
        for (var r = from.Rank + 1; r < to.Rank; r++)
        {
            var point = new Cell(null, r, 10, 0);
            ranks[r].Add(point);
            way.Add(point);
        }

        way.Add(to);
        foreach (var (a, b) in way.Zip(way.Skip(1)))
        {
            a.Below.Add(b);
            b.Above.Add(a);
        }

        return way;
    }

    private void Order()
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var down = sweep % 2 == 0;
            foreach (var rank in down ? Ranks.Skip(1) : Ranks.AsEnumerable().Reverse().Skip(1))
            {
                var place = Ranks.SelectMany(r => r.Select((cell, i) => (cell, i - ((r.Count - 1) / 2.0)))).ToDictionary(p => p.cell, p => p.Item2);
                var sorted = rank.OrderBy(c => (down ? c.Above : c.Below).Select(n => place[n]).DefaultIfEmpty(place[c]).Average()).ToList();
                rank.Clear();
                rank.AddRange(sorted);
            }
        }
    }

    private void Place(double gap)
    {
        var y = 0.0;
        foreach (var rank in Ranks)
        {
            var height = rank.Max(c => c.Height);
            var x = 0.0;
            foreach (var cell in rank)
            {
                // A way point is as tall as its rank, so that its edge passes beside the boxes, not across them.
                cell.Height = cell.Node is null ? height : cell.Height;
                cell.X = x + (cell.Width / 2);
                cell.Y = y + (height / 2);
                x += cell.Width + GapX;
            }

            foreach (var cell in rank)
            {
                cell.X -= (x - GapX) / 2;
            }

            y += height + gap;
        }

        // Each rank moves towards the means of its neighbours, in order and without touching.
        for (var sweep = 0; sweep < 2 * Sweeps; sweep++)
        {
            foreach (var rank in sweep % 2 == 0 ? Ranks : Ranks.AsEnumerable().Reverse())
            {
                var wish = rank.Select(c =>
                {
                    var near = (sweep % 2 == 0 ? c.Above : c.Below).Select(n => n.X).ToList();
                    return near.Count == 0 ? c.X : near.Average();
                }).ToArray();
                Settle(rank, wish);
            }
        }
    }

    // Least squares under minimal distances: neighbours that would touch move as one block (pool adjacent violators).
    private static void Settle(List<Cell> rank, double[] wish)
    {
        var offset = new double[rank.Count];
        for (var i = 1; i < rank.Count; i++)
        {
            offset[i] = offset[i - 1] + ((rank[i - 1].Width + rank[i].Width) / 2) + GapX;
        }

        var blocks = new List<(double Sum, int Count)>();
        for (var i = 0; i < rank.Count; i++)
        {
            blocks.Add((wish[i] - offset[i], 1));
            while (blocks.Count > 1 && blocks[^2].Sum / blocks[^2].Count > blocks[^1].Sum / blocks[^1].Count)
            {
                blocks[^2] = (blocks[^2].Sum + blocks[^1].Sum, blocks[^2].Count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }
        }

        var at = 0;
        foreach (var (sum, count) in blocks)
        {
            for (var k = 0; k < count; k++, at++)
            {
                rank[at].X = (sum / count) + offset[at];
            }
        }
    }
}
