// exercise 09.calibration (3)
// wrong: probability 1 gets a bin of its own beyond the last
static double Calibration(double[] sure, bool[] hits, int bins) => Enumerable.Range(0, sure.Length)
    .GroupBy(i => (int)(sure[i] * bins))
    .Sum(bin => (double)bin.Count() / sure.Length * Math.Abs(bin.Average(i => sure[i]) - bin.Average(i => hits[i] ? 1.0 : 0.0)));
