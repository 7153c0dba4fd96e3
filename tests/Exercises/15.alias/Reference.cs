// exercise 15.alias (3)
static string Alias(string effect, string word) =>
    string.Concat(effect.Except(word).Concat(word.Except(effect)).Order());
