using System.Text.Json;
using Handhaving.ServiceDefaults.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.Activities;

/// <summary>An activity as it lies in its table: the whole in its body, beside it what is searched by.</summary>
public sealed class ActivityRow
{
    public required string Tenant { get; init; }
    public required string Code { get; init; }
    public required int Version { get; set; }
    public required ActivityKind Kind { get; set; }
    public required bool PoliceHours { get; set; }
    public required string Body { get; set; }

    public Activity ToActivity() => JsonSerializer.Deserialize<Activity>(Body, MessageJson.Options) ?? throw new JsonException("An activity's body is empty.");

    public static ActivityRow Of(Activity activity) => new()
    {
        Tenant = activity.Name.Owner.Value, Code = activity.Name.Code, Version = activity.Version, Kind = activity.Details.Kind, PoliceHours = activity.Details.HasPoliceHours, Body = BodyOf(activity),
    };

    public void Take(Activity activity) => (Version, Kind, PoliceHours, Body) = (activity.Version, activity.Details.Kind, activity.Details.HasPoliceHours, BodyOf(activity));

    private static string BodyOf(Activity activity) => JsonSerializer.Serialize(activity, MessageJson.Options);
}

/// <summary>Hours of an organisation on a day.</summary>
public sealed class ActivityHoursRow
{
    public required string Tenant { get; init; }
    public required string Activity { get; init; }
    public required DateOnly Day { get; init; }
    public required string Organisation { get; init; }
    public double Planned { get; set; }
    public double Delivered { get; set; }
}

/// <summary>A target group that an owner added.</summary>
public sealed class TargetGroupRow
{
    public required string Tenant { get; init; }
    public required string Code { get; init; }
    public required string DisplayName { get; set; }
}

/// <summary>How activities lie in the tables of <c>Migrations/0016-activities.sql</c>.</summary>
internal sealed class ActivityConfiguration : IEntityTypeConfiguration<ActivityRow>, IEntityTypeConfiguration<ActivityHoursRow>, IEntityTypeConfiguration<TargetGroupRow>
{
    public void Configure(EntityTypeBuilder<ActivityRow> builder)
    {
        builder.ToTable("activity").HasKey(row => new { row.Tenant, row.Code });
        builder.Property(row => row.Kind).HasConversion<short>();
        builder.Property(row => row.Body).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<ActivityHoursRow> builder) => builder.ToTable("activity_hours").HasKey(row => new { row.Tenant, row.Activity, row.Day, row.Organisation });

    public void Configure(EntityTypeBuilder<TargetGroupRow> builder) => builder.ToTable("target_group").HasKey(row => new { row.Tenant, row.Code });
}
