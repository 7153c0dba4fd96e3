// exercise 15.alias (3)
// wrong: the letters in both are those that vanish
static string Alias(string effect, string word) =>
    string.Concat(effect.Intersect(word).Order());
