// JUnit XML: a suite for each student, a case for each check.

using System.Globalization;
using System.Text;
using System.Xml;
using NotebookHost.Grading;

namespace Course.Grading;

internal static class JUnitReport
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Write(ClassResults results)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("testsuites");
            foreach (var row in results.Rows)
            {
                Suite(xml, row);
            }

            xml.WriteEndElement();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Suite(XmlWriter xml, StudentRow row)
    {
        var checks = row.Result.Exercises.SelectMany(e => e.Checks.Select(c => (Exercise: e, Check: c))).ToList();
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", row.Student);
        Attribute(xml, "tests", Number(checks.Count));
        Attribute(xml, "failures", Number(checks.Count(c => IsFailure(c.Check))));
        Attribute(xml, "errors", Number(checks.Count(c => IsError(c.Check))));
        Attribute(xml, "skipped", Number(checks.Count(c => c.Check.Verdict == Verdict.NotAttempted)));
        foreach (var (exercise, check) in checks)
        {
            xml.WriteStartElement("testcase");
            Attribute(xml, "classname", exercise.Id);
            Attribute(xml, "name", check.Sentence);
            if (check.Verdict != Verdict.Passed)
            {
                xml.WriteStartElement(check.Verdict == Verdict.NotAttempted ? "skipped" : IsError(check) ? "error" : "failure");
                Attribute(xml, "message", check.Reason);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static bool IsError(CheckResult check) => check.Verdict is Verdict.Timeout or Verdict.Crashed or Verdict.Invalid or Verdict.Refused;

    private static bool IsFailure(CheckResult check) => check.Verdict is Verdict.Failed or Verdict.Partial;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // XML has no way to write most control characters.
    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Words.Printable(value));
}
