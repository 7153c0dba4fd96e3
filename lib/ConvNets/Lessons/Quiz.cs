// A short quiz: each answer opens with its reason. No scripts, so that it works wherever HTML does.

using System.Text;

namespace ConvNets.Lessons;

/// <summary>Questions with several answers, of which one is right; every answer has a reason.</summary>
public sealed class Quiz : View
{
    private readonly List<(string Question, (string Text, bool Right, string Reason)[] Answers)> questions = [];

    /// <summary>Adds a question and returns the quiz.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answers">Each answer: its text, whether it is right, and why.</param>
    /// <exception cref="ArgumentException">Not exactly one answer is right.</exception>
    public Quiz Ask(string question, params (string Text, bool Right, string Reason)[] answers)
    {
        if (answers.Count(answer => answer.Right) != 1)
        {
            throw new ArgumentException($"The question \"{question}\" needs exactly one right answer.");
        }

        questions.Add((question, answers));
        return this;
    }

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var html = new StringBuilder("<ol class=\"quiz\">");
        foreach (var (question, answers) in questions)
        {
            html.Append("<li><p>").Append(Escape(question)).Append("</p>");
            foreach (var (text, right, reason) in answers)
            {
                html.Append("<details><summary>").Append(Escape(text)).Append("</summary><p>")
                    .Append(right ? "✓ Right. " : "✗ No. ").Append(Escape(reason)).Append("</p></details>");
            }

            html.Append("</li>");
        }

        return html.Append("</ol>").ToString();
    }

    /// <inheritdoc/>
    public override string ToText()
    {
        var text = new StringBuilder();
        for (var i = 0; i < questions.Count; i++)
        {
            text.Append(i + 1).Append(". ").AppendLine(questions[i].Question);
            foreach (var (answer, _, _) in questions[i].Answers)
            {
                text.Append("   - ").AppendLine(answer);
            }
        }

        return text.ToString().TrimEnd();
    }
}
