using System.Text.RegularExpressions;

namespace Tests.Lessons;

/// <summary>
/// Every word of the course's prose stands in words.txt. A new word is added, after a look at it, by running this test with
/// UPDATE_WORDS=1; the change of words.txt shows what was added.
/// </summary>
public partial class SpellingTests
{
    private static string ListPath => Repository.PathOf("tests", "Course.Tests", "Lessons", "words.txt");

    [Fact]
    public void Every_word_is_a_known_one()
    {
        var used = Prose.Pieces().SelectMany(piece => Words(piece.Text).Select(word => (word, piece.Place))).ToList();
        if (Environment.GetEnvironmentVariable("UPDATE_WORDS") == "1")
        {
            File.WriteAllLines(ListPath, used.Select(u => u.word).Distinct().Order(StringComparer.Ordinal));
        }

        var known = File.ReadAllLines(ListPath).ToHashSet(StringComparer.Ordinal);
        var unknown = used.Where(u => !known.Contains(u.word)).GroupBy(u => u.word).Select(u => $"{u.Key} ({u.First().Place})").ToList();
        Assert.True(unknown.Count == 0, $"Unknown words: correct them, or add them by running this test with UPDATE_WORDS=1:\n{string.Join('\n', unknown)}");
    }

    [Theory]
    [InlineData("The ReLU of x, don't say so: 3x3 naïve résumé.", "the of don't say so naïve résumé")]
    public void Names_with_capitals_inside_and_numbers_are_no_words(string text, string words) => Assert.Equal(words, string.Join(' ', Words(text)));

    private static IEnumerable<string> Words(string text) =>
        Word().Matches(text.Replace('’', '\'')).Select(m => m.Value.Trim('\''))
            .Where(word => word.Length > 1 && !word.Any(char.IsDigit) && !word.Skip(1).Any(char.IsUpper) && !word.Contains('_'))
            .Select(word => word.ToLowerInvariant());

    [GeneratedRegex(@"[\p{L}\d_']+")]
    private static partial Regex Word();
}
