// "Did you mean": the known word at the smallest edit distance, where one is near enough.

namespace Course;

internal static class Nearest
{
    /// <summary>The known word nearest to <paramref name="word"/>, or null where none is near.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        var typed = word.ToLowerInvariant();
        var best = known
            .Select(k => (Word: k, Distance: k.StartsWith(typed, StringComparison.OrdinalIgnoreCase) && typed.Length > 1 ? 1 : Distance(typed, k.ToLowerInvariant())))
            .OrderBy(c => c.Distance).ThenBy(c => c.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Word is not null && best.Distance <= Math.Max(2, typed.Length / 3) ? best.Word : null;
    }

    /// <summary>" Did you mean X?" or nothing.</summary>
    public static string Suggest(string word, IEnumerable<string> known) => To(word, known) is { } near ? $" Did you mean {near}?" : "";

    /// <summary>Damerau-Levenshtein distance (adjacent letters that change places count once).</summary>
    internal static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
