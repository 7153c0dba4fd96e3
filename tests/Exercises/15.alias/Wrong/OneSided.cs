// exercise 15.alias (3)
// wrong: letters of the effect that the word lacks belong to the alias as well
static string Alias(string effect, string word) =>
    string.Concat(word.Except(effect).Order());
