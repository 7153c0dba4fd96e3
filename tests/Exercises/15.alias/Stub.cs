// exercise 15.alias (3)
static string Alias(string effect, string word) =>
    throw new NotImplementedException(
        "Return the letters that stand in exactly one of the two, in alphabetical order.");
