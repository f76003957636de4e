using Handhaving.Capacity.Competence;
using Handhaving.Capacity.People.Districts;
using Handhaving.Capacity.People.Expiry;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.People.Strengths;
using Handhaving.Capacity.People.Tables;
using Handhaving.Capacity.People.Teams;

namespace Handhaving.Capacity.People;

/// <summary>What people and law are made of.</summary>
internal static class PeopleSetup
{
    public static void AddPeople(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<PeopleBook>().AddScoped<PeopleStore>().AddScoped<PeopleWork>().AddScoped<PublishedBook>().AddScoped<DeriveStrength>().AddScoped<ChangeOfficer>().AddScoped<ChangeAbsences>().AddScoped<ImportPeople>().AddScoped<ChangePosts>();
        services.AddScoped<PeopleQueries>().AddScoped<DistrictQueries>().AddScoped<StrengthQueries>().AddScoped<ExportPeople>().AddScoped<ExpiryQueries>().AddScoped<PeopleReads>();
        services.AddSingleton(AppointmentTerms.Current with { WarningMonths = WarningMonths(configuration) });
        services.AddHostedService<StrengthJob>().AddHostedService<CompetenceExpiryJob>();
    }

    private static int WarningMonths(IConfiguration configuration) =>
        configuration.GetValue<int?>("People:ExpiryWarningMonths") is { } months and >= 1 and <= 60 ? months : throw new InvalidOperationException("People:ExpiryWarningMonths must be 1 to 60.");
}
