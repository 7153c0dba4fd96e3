// exercise 07.critique (2)
// wrong: repeats the paper's sentence instead of counting
static double Ratio() => 12;

static string Source() => "b";
