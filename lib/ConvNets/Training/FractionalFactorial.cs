// Two-level fractional factorial designs: many components changed at once, each effect estimated from all runs.
// Fisher, 1926, "The arrangement of field experiments"; Box and Hunter, 1961, "The 2^(k-p) fractional factorial designs".

using System.Globalization;

namespace ConvNets.Training;

/// <summary>The main effect of one factor, with its 95 % confidence interval.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Value">Mean response at the high level minus mean response at the low level.</param>
/// <param name="HalfWidth">Half the width of the interval.</param>
public sealed record Effect(string Factor, double Value, double HalfWidth)
{
    /// <summary>Lower end of the interval.</summary>
    public double Low => Value - HalfWidth;

    /// <summary>Upper end of the interval.</summary>
    public double High => Value + HalfWidth;

    /// <summary>Whether the interval leaves out 0.</summary>
    public bool IsClear => Math.Abs(Value) > HalfWidth;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Factor}: {Value:+0.00;-0.00} ± {HalfWidth:0.00}");
}

/// <summary>Which run takes which factor at its high level, and what the runs say of each factor.</summary>
public sealed class FractionalFactorial
{
    private readonly int[][] levels;
    private readonly int[] words;   // the defining relation, as sets of factors

    private FractionalFactorial(IReadOnlyList<string> factors, int[][] levels, int[] words) =>
        (Factors, this.levels, this.words) = (factors, levels, words);

    /// <summary>The factors, named A, B, C and so on in generators and aliases.</summary>
    public IReadOnlyList<string> Factors { get; }

    /// <summary>Number of runs.</summary>
    public int Runs => levels.Length;

    /// <summary>Level of a factor in a run: -1 or +1.</summary>
    public int this[int run, int factor] => levels[run][factor];

    /// <summary>
    /// Length of the shortest word of the defining relation: with V, main effects and interactions of two factors are apart from
    /// each other. A full factorial has none, and gets the number of factors plus one.
    /// </summary>
    public int Resolution => words.Length == 0 ? Factors.Count + 1 : words.Min(word => int.PopCount(word));

    /// <summary>A design: all combinations of the first factors; each further one is a product of those.</summary>
    /// <param name="factors">The factors; as many as there are generators at the end are generated.</param>
    /// <param name="generators">Such as <c>E=ABCD</c>.</param>
    /// <exception cref="ArgumentException">A generator is not of this form, or not for these factors.</exception>
    public static FractionalFactorial Create(IReadOnlyList<string> factors, params IReadOnlyList<string> generators)
    {
        var free = factors.Count - generators.Count;
        if (free < 1 || factors.Count > 26)
        {
            throw new ArgumentException($"A design needs at least one free factor and at most 26 factors; given were {factors.Count} factors and {generators.Count} generators.");
        }

        var products = new int[generators.Count];
        for (var g = 0; g < generators.Count; g++)
        {
            var parts = generators[g].Split('=');
            if (parts.Length != 2 || parts[0] != Letter(free + g) || parts[1].Length < 2 || parts[1].Any(c => c < 'A' || c >= 'A' + free))
            {
                throw new ArgumentException($"The generator \"{generators[g]}\" should read {Letter(free + g)}= and then at least two letters from A to {Letter(free - 1)}, such as {Letter(free + g)}=AB.");
            }

            products[g] = parts[1].Aggregate(0, (set, letter) => set ^ (1 << (letter - 'A')));
        }

        var levels = new int[1 << free][];
        for (var run = 0; run < levels.Length; run++)
        {
            int Level(int set) => Enumerable.Range(0, free).Where(f => (set >> f & 1) == 1).Aggregate(1, (sign, f) => sign * ((run >> f & 1) == 1 ? 1 : -1));
            levels[run] = [.. Enumerable.Range(0, free).Select(f => Level(1 << f)), .. products.Select(Level)];
        }

        return new FractionalFactorial(factors, levels, Relation(free, products));
    }

    /// <summary>The effects that this design cannot tell from a given one, such as <c>CDE</c> for <c>AB</c>.</summary>
    /// <exception cref="ArgumentException">A letter names no factor.</exception>
    public IReadOnlyList<string> AliasesOf(string effect)
    {
        if (effect.Any(letter => letter < 'A' || letter >= 'A' + Factors.Count))
        {
            throw new ArgumentException($"\"{effect}\" should use letters from A to {Letter(Factors.Count - 1)}, one for each factor.");
        }

        var set = effect.Aggregate(0, (s, letter) => s ^ (1 << (letter - 'A')));
        return [.. words.Select(word => Name(word ^ set)).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];
    }

    /// <summary>The main effects, from repeated measurements of every run.</summary>
    /// <param name="responses">For each run its measurements, one for each seed.</param>
    /// <exception cref="ArgumentException">Not as many lists as runs, or no run was repeated.</exception>
    public IReadOnlyList<Effect> MainEffects(IReadOnlyList<IReadOnlyList<double>> responses) =>
        [.. Factors.Select((factor, f) => Estimate(factor, run => levels[run][f], responses))];

    /// <summary>The interaction of two factors: half the difference of one's effect between the levels of the other.</summary>
    /// <param name="first">Number of a factor.</param>
    /// <param name="second">Number of another.</param>
    /// <param name="responses">For each run its measurements, one for each seed.</param>
    public Effect Interaction(int first, int second, IReadOnlyList<IReadOnlyList<double>> responses) =>
        Estimate($"{Factors[first]} x {Factors[second]}", run => levels[run][first] * levels[run][second], responses);

    private Effect Estimate(string name, Func<int, int> sign, IReadOnlyList<IReadOnlyList<double>> responses)
    {
        if (responses.Count != Runs)
        {
            throw new ArgumentException($"This design has {Runs} runs, but measurements of {responses.Count} were given.");
        }

        var freedom = responses.Sum(run => run.Count - 1);
        if (freedom < 1)
        {
            throw new ArgumentException("An interval needs repeated runs: give at least two seeds for one of the runs.");
        }

        // Seeds differ within a run, components do not: their spread is the noise, pooled over all runs.
        var noise = responses.Sum(run => run.Sum(y => (y - run.Average()) * (y - run.Average()))) / freedom;
        double[] Side(int level) => [.. Enumerable.Range(0, Runs).Where(run => sign(run) == level).SelectMany(run => responses[run])];
        var (high, low) = (Side(1), Side(-1));
        var error = Math.Sqrt(noise * ((1.0 / high.Length) + (1.0 / low.Length)));
        return new Effect(name, high.Average() - low.Average(), StudentT.Quantile(0.975, freedom) * error);
    }

    // All products of the generating words.
    private static int[] Relation(int free, int[] products)
    {
        var generating = products.Select((product, g) => product | 1 << (free + g)).ToArray();
        return [.. Enumerable.Range(1, (1 << generating.Length) - 1).Select(chosen =>
            Enumerable.Range(0, generating.Length).Where(g => (chosen >> g & 1) == 1).Aggregate(0, (word, g) => word ^ generating[g]))];
    }

    private string Name(int set) => string.Concat(Enumerable.Range(0, Factors.Count).Where(f => (set >> f & 1) == 1).Select(Letter));

    private static string Letter(int factor) => ((char)('A' + factor)).ToString();
}
