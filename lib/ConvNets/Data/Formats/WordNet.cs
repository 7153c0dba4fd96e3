namespace ConvNets.Data.Formats;

/// <summary>Names for the WordNet numbers that some data sets use as folder names.</summary>
internal static class WordNet
{
    /// <summary>The classes of Imagenette and Imagewoof (Howard 2019).</summary>
    private static readonly Dictionary<string, string> Known = new()
    {
        ["n01440764"] = "tench",
        ["n02102040"] = "English springer",
        ["n02979186"] = "cassette player",
        ["n03000684"] = "chain saw",
        ["n03028079"] = "church",
        ["n03394916"] = "French horn",
        ["n03417042"] = "garbage truck",
        ["n03425413"] = "gas pump",
        ["n03445777"] = "golf ball",
        ["n03888257"] = "parachute",
        ["n02086240"] = "Shih-Tzu",
        ["n02087394"] = "Rhodesian ridgeback",
        ["n02088364"] = "beagle",
        ["n02089973"] = "English foxhound",
        ["n02093754"] = "Border terrier",
        ["n02096294"] = "Australian terrier",
        ["n02099601"] = "golden retriever",
        ["n02105641"] = "Old English sheepdog",
        ["n02111889"] = "Samoyed",
        ["n02115641"] = "dingo",
    };

    /// <summary>The name of a class folder: a known number's name, else the folder's own.</summary>
    public static string NameOf(string folder) => Known.GetValueOrDefault(folder, folder);

    /// <summary>Names from a <c>words.txt</c> (number, tab, synonyms): the first synonym, with the number where two classes share it.</summary>
    public static string[] Names(IReadOnlyList<string> numbers, string wordsFile)
    {
        var words = new Dictionary<string, string>();
        if (File.Exists(wordsFile))
        {
            foreach (var line in DataFile.Lines(wordsFile))
            {
                var tab = line.IndexOf('\t');
                if (tab > 0)
                    words[line[..tab]] = line[(tab + 1)..].Split(',')[0].Trim();
            }
        }
        var names = numbers.Select(number => words.GetValueOrDefault(number, number)).ToArray();
        var shared = names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return [.. names.Select((name, i) => shared.Contains(name) ? $"{name} ({numbers[i]})" : name)];
    }
}
