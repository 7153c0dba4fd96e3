// Expected values are those of the genuine Microsoft.Data.Analysis, run on the same tables, unless a comment says why not.

using Microsoft.Data.Analysis;

namespace Tests;

public class DataFrameTests
{
    [Fact]
    public void A_table_prints_its_names_and_rows() =>
        Assert.Equal("a         20        91.25     True      ", Nets().ToString().Split(Environment.NewLine)[1]);

    [Fact]
    public void Arithmetic_of_one_type_keeps_it_and_of_several_gives_double()
    {
        Assert.Equal("Int32DataFrameColumn 21,33,null,57,21", Show(Nets()["depth"] + 1));
        Assert.Equal("Int32DataFrameColumn 6,10,null,18,6", Show(Nets()["depth"] / 3));
        Assert.Equal("Int32DataFrameColumn 80,68,null,44,80", Show(100 - Nets()["depth"]));
        Assert.Equal("DoubleDataFrameColumn 21.5,33.5,null,57.5,21.5", Show(Nets()["depth"] + 1.5));
        Assert.Equal("SingleDataFrameColumn 182.5,185,null,186,180", Show(Nets()["acc"] * 2f));
        Assert.Equal("DoubleDataFrameColumn 111.25,124.5,null,149,110", Show(Nets()["depth"] + Nets()["acc"]));
    }

    [Fact]
    public void Comparison_marks_rows_and_a_missing_value_is_never_greater()
    {
        Assert.Equal("False,True,False,True,False", string.Join(",", Nets()["acc"].ElementwiseGreaterThan(91.5).Select(v => v)));
        Assert.Equal(2, Nets().Filter(Nets()["depth"].ElementwiseGreaterThanOrEqual(32)).Rows.Count);
        Assert.Equal(2, Nets()[Nets()["net"].ElementwiseEquals("a")].Rows.Count);
    }

    [Fact]
    public void Statistics_leave_out_missing_values()
    {
        Assert.Equal(91.6875, Nets()["acc"].Mean());
        Assert.Equal(91.875, Nets()["acc"].Median());
        Assert.Equal(128, Nets()["depth"].Sum());
        Assert.Equal(93f, Nets()["acc"].Max());
        Assert.Equal(20, Nets()["depth"].Min());
    }

    [Fact]
    public void Sorting_puts_missing_values_last_and_keeps_the_order_of_equals()
    {
        Assert.Equal("90,91.25,92.5,93,null", Values(Nets().OrderBy("acc")["acc"]));
        Assert.Equal("56,32,20,20,null", Values(Nets().OrderByDescending("depth")["depth"]));
        Assert.Equal("null,20,20,32,56", Values(Nets().OrderBy("depth", putNullValuesLast: false)["depth"]));

        // The genuine package turns equals around when it sorts downwards.
        Assert.Equal("null,b,a,c,a", Values(Nets().OrderByDescending("depth")["net"]));
    }

    [Fact]
    public void Groups_are_aggregated_by_column()
    {
        var nets = Nets().GroupBy("net");
        Assert.Equal("1,1,1", Values(nets.Count("bn")["bn"]));
        Assert.Equal("20,32,20", Values(nets.Sum("depth")["depth"]));
        Assert.Equal("91.25,92.5,90", Values(nets.Max("acc")["acc"]));

        // The genuine package divides by the number of rows, missing values included, and gives 45.625 for the first.
        Assert.Equal("91.25,92.5,90", Values(nets.Mean("acc")["acc"]));
        Assert.Equal(["a", "b", "c"], Nets().GroupBy<string>("net").Groupings.Select(g => g.Key));
    }

    [Theory]
    [InlineData(JoinAlgorithm.Left, 5)]
    [InlineData(JoinAlgorithm.Right, 4)]
    [InlineData(JoinAlgorithm.Inner, 3)]
    [InlineData(JoinAlgorithm.FullOuter, 6)]
    public void Merging_matches_rows_by_value(JoinAlgorithm algorithm, long rows)
    {
        // The genuine package drops left rows without a key from left and full outer merges.
        var merged = Nets().Merge<string>(Papers(), "net", "net", joinAlgorithm: algorithm);
        Assert.Equal(rows, merged.Rows.Count);
        Assert.Equal(["net_left", "depth", "acc", "bn", "net_right", "paper"], merged.Columns.Select(c => c.Name));
    }

    [Fact]
    public void Rows_are_appended_by_place_and_by_name()
    {
        var nets = Nets();
        nets.Append(["z", 5, 1.5f, true], inPlace: true);
        nets.Append([KeyValuePair.Create<string, object>("net", "q")], inPlace: true);
        Assert.Equal(7, nets.Rows.Count);
        Assert.Equal("q", nets[6, 0]);
        Assert.Null(nets[6, 1]);
    }

    [Fact]
    public void Missing_values_are_filled_and_dropped()
    {
        Assert.Equal("20,32,0,56,20", Values(Nets().FillNulls(0)["depth"]));
        Assert.Equal(3, Nets().DropNulls().Rows.Count);
        Assert.Equal(4, Nets()["acc"].DropNulls().Length);
        Assert.Equal(5, Nets().DropNulls(DropNullOptions.All).Rows.Count);
    }

    [Fact]
    public void Csv_is_read_with_guessed_types_and_quotes()
    {
        var table = DataFrame.LoadCsvFromString("name,x,ok\nn1,1.5,true\n\"n,\"\"2\"\"\",,false\n");
        Assert.Equal([typeof(string), typeof(float), typeof(bool)], table.Columns.Select(c => c.DataType));
        Assert.Equal("n,\"2\"", table[1, 0]);
        Assert.Null(table[1, 1]);
    }

    [Fact]
    public void Csv_that_is_written_reads_back()
    {
        using var stream = new MemoryStream();
        DataFrame.SaveCsv(Nets(), stream);
        stream.Position = 0;
        var back = DataFrame.LoadCsv(stream, dataTypes: [typeof(string), typeof(int), typeof(float), typeof(bool)]);
        Assert.Equal(Values(Nets()["acc"]), Values(back["acc"]));
        Assert.Equal(Values(Nets()["depth"]), Values(back["depth"]));
    }

    [Fact]
    public void Head_tail_and_sample_give_that_many_rows()
    {
        Assert.Equal("a,b", Values(Nets().Head(2)["net"]));
        Assert.Equal("null,c", Values(Nets().Tail(2)["net"]));
        Assert.Equal(3, Nets().Sample(3).Rows.Count);
    }

    [Fact]
    public void Description_and_info_have_a_column_for_each_column()
    {
        Assert.Equal(["Description", "depth", "acc"], Nets().Description().Columns.Select(c => c.Name));
        Assert.Equal("4,93,90,91.6875", Values(Nets().Description()["acc"]));
        Assert.Equal("System.Single", Nets().Info()["acc"][0]);
    }

    [Fact]
    public void A_new_column_is_added_by_its_name_and_columns_are_renamed()
    {
        var nets = Nets();
        nets["twice"] = nets["depth"] * 2;
        nets.Columns.RenameColumn("twice", "double depth");
        Assert.Equal("40,64,null,112,40", Values(nets["double depth"]));
        Assert.Equal(4, nets.Columns.IndexOf("double depth"));
    }

    [Fact]
    public void Bad_input_gets_a_sentence_that_names_it()
    {
        Assert.Contains("Column 'nope' does not exist; the table has net, depth, acc, bn", Assert.Throws<ArgumentException>(() => Nets()["nope"]).Message, StringComparison.Ordinal);
        Assert.Contains("has 3 rows, the table has 5", Assert.Throws<ArgumentException>(() => Nets().Columns.Add(new Int32DataFrameColumn("z", 3))).Message, StringComparison.Ordinal);
        Assert.Contains("already has a column 'net'", Assert.Throws<ArgumentException>(() => Nets().Columns.Add(new StringDataFrameColumn("net", 5))).Message, StringComparison.Ordinal);
        Assert.Contains("needs a numeric column", Assert.Throws<NotSupportedException>(() => Nets()["bn"].Sum()).Message, StringComparison.Ordinal);
        Assert.Contains("Row 2 of the data", Assert.Throws<FormatException>(() => DataFrame.LoadCsvFromString("x\n1\nfox\n", dataTypes: [typeof(int)])).Message, StringComparison.Ordinal);
        Assert.Contains("line 2 is not closed", Assert.Throws<FormatException>(() => DataFrame.LoadCsvFromString("x\n\"1\n2")).Message, StringComparison.Ordinal);
    }

    private static DataFrame Nets() => new(
        new StringDataFrameColumn("net", ["a", "b", "a", null, "c"]),
        new Int32DataFrameColumn("depth", new int?[] { 20, 32, null, 56, 20 }),
        new SingleDataFrameColumn("acc", new float?[] { 91.25f, 92.5f, null, 93f, 90f }),
        new BooleanDataFrameColumn("bn", new bool?[] { true, false, null, true, true }));

    private static DataFrame Papers() => new(new StringDataFrameColumn("net", ["a", "c", "d"]), new DoubleDataFrameColumn("paper", [1.0, 2, 3]));

    private static string Show(DataFrameColumn column) => $"{column.GetType().Name} {Values(column)}";

    private static string Values(DataFrameColumn column) =>
        string.Join(",", column.Cast<object?>().Select(v => v is null ? "null" : Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture)));
}
