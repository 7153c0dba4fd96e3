using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace Tests;

public sealed class FormatterTests : IDisposable
{
    public void Dispose() => Formatter.ResetToDefault();

    [Fact]
    public void What_a_notebook_registers_wins_and_the_nearest_type_first()
    {
        Formatter.Register<object>(_ => "object", "text/x-test");
        Formatter.Register<Animal>(_ => "animal", "text/x-test");
        Formatter.Register<IWild>(_ => "wild", "text/x-test");
        Assert.Equal("animal", new Tiger().ToDisplayString("text/x-test"));
        Formatter.Register<Tiger>(_ => "tiger", "text/x-test");
        Assert.Equal("tiger", new Tiger().ToDisplayString("text/x-test"));
        Formatter.Register<Tiger>(_ => "the later one", "text/x-test");
        Assert.Equal("the later one", new Tiger().ToDisplayString("text/x-test"));
    }

    [Fact]
    public void A_formatter_that_declines_leaves_the_value_to_the_next()
    {
        Formatter.Register<Animal>((_, context) => { context.Writer.Write("all"); return true; });
        Formatter.Register<Animal>((animal, _) => animal is Tiger ? throw new InvalidOperationException() : false);
        Assert.Equal("all", new Animal().ToDisplayString());
    }

    [Fact]
    public void An_open_generic_type_means_all_of_its_closed_ones()
    {
        Formatter.Register(typeof(KeyValuePair<,>), (value, writer) => writer.Write("pair"));
        Assert.Equal("pair", new KeyValuePair<int, string>(1, "a").ToDisplayString());
    }

    [Fact]
    public void Preferred_types_can_be_set_and_are_forgotten_on_reset()
    {
        Formatter.SetPreferredMimeTypesFor(typeof(Animal), "text/plain", "application/json");
        Assert.Equal(["text/plain", "application/json"], FormattedValue.CreateManyFromObject(new Tiger()).Select(v => v.MimeType));
        Formatter.ResetToDefault();
        Assert.Equal(["text/html"], FormattedValue.CreateManyFromObject(new Tiger()).Select(v => v.MimeType));
    }

    [Fact]
    public void A_type_formats_itself_by_an_attribute_that_is_found_by_name()
    {
        Assert.Equal("by itself", new SelfMade().ToDisplayString("text/x-own"));
        Assert.Equal(["text/x-own"], Formatter.GetPreferredMimeTypesFor(typeof(SelfMade)));
    }

    [Fact]
    public void Html_is_escaped_unless_it_is_html_content()
    {
        Assert.Contains("&lt;b&gt;", "<b>".ToDisplayString("text/html"));
        Assert.Equal("<b>x</b>", Kernel.HTML("<b>x</b>").ToDisplayString("text/html"));
        Assert.Contains("<td>&lt;i&gt;</td>", new[] { new { A = "<i>" } }.ToDisplayString("text/html"));
    }

    [Fact]
    public void Html_content_has_a_readable_plain_text_in_its_bundle()
    {
        var bundle = FormattedValue.Bundle(new HtmlString("<table><tr><td>a</td><td>1</td></tr></table><script>x()</script>"), []);
        Assert.Equal("a  1", bundle.Single(v => v.MimeType == "text/plain").Value);
    }

    [Fact]
    public void Deep_circles_end_at_the_recursion_limit()
    {
        var loop = new Loop();
        loop.Self = loop;
        Assert.True(loop.ToDisplayString().Length < 2000);
        Assert.True(loop.ToDisplayString("text/html").Length < 5000);
    }

    [Fact]
    public void A_member_that_throws_shows_its_exception()
    {
        Assert.Contains("not today", new Throwing().ToDisplayString("text/html"));
    }

    [Fact]
    public void Json_and_csv_are_formats_too()
    {
        Assert.Equal("{\"A\":1}", new { A = 1 }.ToDisplayString("application/json"));
        Assert.Equal("A,B\n1,\"x,y\"\n", new[] { new { A = 1, B = "x,y" } }.ToDisplayString("text/csv"));
    }

    [Fact]
    public void Display_outside_of_a_notebook_says_so()
    {
        Assert.Contains("no cell is running", Assert.Throws<InvalidOperationException>(() => 1.Display()).Message);
    }

    [Fact]
    public void A_password_does_not_show_itself()
    {
        Assert.Equal("···", new PasswordString("abc").ToString());
        Assert.Equal("abc", new PasswordString("abc").GetClearTextPassword());
    }

    private interface IWild;

    private class Animal;

    private sealed class Tiger : Animal, IWild;

    private sealed class Loop
    {
        public Loop? Self { get; set; }
    }

    private sealed class Throwing
    {
        public int Value => throw new InvalidOperationException("not today");
    }

    [TypeFormatterSource(typeof(Source))]
    private sealed class SelfMade;

    private sealed class Source
    {
        public IEnumerable<object> CreateTypeFormatters() => [new Own()];
    }

    private sealed class Own
    {
        public string MimeType => "text/x-own";

        public bool Format(object instance, TextWriter writer)
        {
            writer.Write("by itself");
            return true;
        }
    }

    [AttributeUsage(AttributeTargets.Class)]
    private sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
    {
        public Type FormatterSourceType { get; } = formatterSourceType;
    }
}
