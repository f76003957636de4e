using System.Text.Json;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.Checks;

/// <summary>A joint check as it lies in its table: the whole but its answers in the body, beside it what is searched by.</summary>
public sealed class CheckRow
{
    public required string Tenant { get; init; }
    public required Guid Id { get; init; }
    public required int Version { get; set; }
    public required string[] Participants { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required string Body { get; set; }

    public JointCheck ToCheck(IEnumerable<CheckAnswerRow> answers) =>
        (JsonSerializer.Deserialize<JointCheck>(Body, MessageJson.Options) ?? throw new JsonException("A check's body is empty.")) with { Answers = [.. answers.Where(answer => answer.JointCheck == Id).OrderBy(answer => answer.AnsweredAt).Select(answer => answer.ToAnswer())] };

    public static CheckRow Of(JointCheck check) => new()
    {
        Tenant = check.Name.Owner.Value, Id = check.Name.Id, Version = 1, Participants = [.. check.Details.Participants.Select(one => one.Value)], StartsAt = check.Details.Time.Start.ToUniversalTime(), Body = BodyOf(check),
    };

    public void Take(JointCheck check) => (Version, Body) = (Version + 1, BodyOf(check));

    private static string BodyOf(JointCheck check) => JsonSerializer.Serialize(check with { Answers = [] }, MessageJson.Options);
}

/// <summary>An answer as it lies in its table.</summary>
public sealed class CheckAnswerRow
{
    public required string Tenant { get; init; }
    public required Guid JointCheck { get; init; }
    public bool Agrees { get; set; }
    public string Reason { get; set; } = "";
    public string[] Units { get; set; } = [];
    public string AnsweredBy { get; set; } = "";
    public DateTimeOffset AnsweredAt { get; set; }

    public CheckAnswer ToAnswer() => new(new(Tenant), Agrees, Reason, Units, AnsweredBy, AnsweredAt);

    public void Take(CheckAnswer answer) => (Agrees, Reason, Units, AnsweredBy, AnsweredAt) = (answer.Agrees, answer.Reason, [.. answer.Units], answer.By, answer.At);
}

/// <summary>A finding as it lies in its table; none is ever changed.</summary>
public sealed class CheckFindingRow
{
    public required string Tenant { get; init; }
    public required Guid Id { get; init; }
    public required Guid JointCheck { get; init; }
    public required string Text { get; init; }
    public required string FiledBy { get; init; }
    public required DateTimeOffset FiledAt { get; init; }
}

/// <summary>How checks lie in the tables of <c>Migrations/0017-joint-checks.sql</c> and <c>0023-check-answers.sql</c>.</summary>
internal sealed class CheckConfiguration : IEntityTypeConfiguration<CheckRow>, IEntityTypeConfiguration<CheckAnswerRow>, IEntityTypeConfiguration<CheckFindingRow>
{
    public void Configure(EntityTypeBuilder<CheckRow> builder)
    {
        builder.ToTable("joint_check").HasKey(row => row.Id);
        builder.Property(row => row.Body).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<CheckAnswerRow> builder) => builder.ToTable("check_answer").HasKey(row => new { row.JointCheck, row.Tenant });

    public void Configure(EntityTypeBuilder<CheckFindingRow> builder) => builder.ToTable("check_finding").HasKey(row => row.Id);
}
