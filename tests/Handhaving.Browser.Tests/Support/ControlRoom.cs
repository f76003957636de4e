using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Handhaving.Dispatch.V1;
using Handhaving.Testing;
using Handhaving.Testing.Servers;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Handhaving.Browser.Tests.Support.ControlRoom))]
// Each test has the board of the team to itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Handhaving.Browser.Tests.Support;

/// <summary>The whole platform as a user starts it, a browser, and what happens outside the screen: crews that sign on, others that report.</summary>
public sealed class ControlRoom : IAsyncLifetime
{
    // Milliseconds. What a loaded machine takes, not what an operator waits: the numbers of latency stand in the benchmarks.
    private const int Patience = 60_000;

    private AppHostProcess? application;
    private GrpcChannel? channel;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private IBrowser? drawing;

    public AppHostProcess Application => application ?? throw NotStarted();

    public Uri Address => Application.Address("gateway", "http");

    public async ValueTask InitializeAsync()
    {
        application = await AppHostProcess.StartAsync("browser", CancellationToken.None, "--fresh", "--no-simulator");
        channel = GrpcChannel.ForAddress(Application.Address("gateway", "grpc"), RepeatedCalls.Options);
        playwright = await Playwright.CreateAsync();
        browser = await LaunchAsync("--disable-3d-apis");
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        if (drawing is not null) await drawing.DisposeAsync();
        playwright?.Dispose();
        channel?.Dispose();
        if (application is not null) await application.DisposeAsync();
    }

    /// <summary>A new browser of a person who is not signed in yet. It draws no map, as on a machine that cannot.</summary>
    public Task<Screen> OpenAsync(ColorScheme theme = ColorScheme.Dark) => OpenAsync(browser ?? throw NotStarted(), Wide, theme);

    /// <summary>The same on a small phone that says where it is, when that is given.</summary>
    public Task<Screen> OpenPhoneAsync((double Latitude, double Longitude)? at, ColorScheme theme = ColorScheme.Dark) => OpenAsync(browser ?? throw NotStarted(), new()
    {
        ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, IsMobile = true,
        Geolocation = at is var (latitude, longitude) ? new() { Latitude = (float)latitude, Longitude = (float)longitude, Accuracy = 10 } : null,
        Permissions = at is null ? [] : ["geolocation"],
    }, theme);

    /// <summary>The same on a machine that can, which costs much without a graphics card.</summary>
    public async Task<Screen> OpenWithMapAsync() => await OpenAsync(drawing ??= await LaunchAsync(), Wide, ColorScheme.Dark);

    /// <summary>A crew comes on duty; one that is on duty already stays so.</summary>
    /// <param name="persona">One of the crew.</param>
    public Task SignOnAsync(string persona, string municipality, int unit) =>
        SignOnAsync(persona, UnitName(municipality, unit), [.. Enumerable.Range(2 * unit - 1, 2).Select(officer => $"officer-{municipality}-{officer:00}")]);

    /// <param name="persona">One of the crew, or of the desk.</param>
    public async Task SignOnAsync(string persona, string unit, params string[] officers)
    {
        var request = new SignOnUnitRequest { Name = unit, RequestId = NewId() };
        request.Crew.Add(officers.Select(officer => new CrewMember { Officer = officer }));
        try
        {
            await new UnitService.UnitServiceClient(await AsAsync(persona)).SignOnUnitAsync(request, Call);
        }
        catch (RpcException already) when (already.StatusCode is StatusCode.FailedPrecondition or StatusCode.AlreadyExists)
        {
            // It is on duty since an earlier test.
        }
    }

    public async Task SignOffAsync(string persona, string unit) =>
        await new UnitService.UnitServiceClient(await AsAsync(persona)).SignOffUnitAsync(new() { Name = unit, RequestId = NewId() }, Call);

    /// <summary>Somebody else reports parking nuisance.</summary>
    public async Task<Incident> ReportAsync(string persona, string municipality, (double Latitude, double Longitude) at, string description, int priority = 3, Reporter? reporter = null)
    {
        var request = new ReportIncidentRequest
        {
            Parent = $"municipalities/{municipality}",
            Incident = new() { Source = IncidentSource.Phone, Type = "parking.nuisance", Priority = priority, Description = description, Location = new() { Position = new() { Latitude = at.Latitude, Longitude = at.Longitude }, Description = description } },
            Reporter = reporter,
            RequestId = NewId(),
        };
        return (await new IncidentService.IncidentServiceClient(await AsAsync(persona)).ReportIncidentAsync(request, Call)).Incident;
    }

    /// <summary>The device of the unit that is offered an incident shows it.</summary>
    public async Task ShowAsync(string persona, string incident)
    {
        var invoker = await AsAsync(persona);
        var offers = (await new IncidentService.IncidentServiceClient(invoker).GetIncidentAsync(new() { Name = incident }, Call)).Incident.Assignments.Where(one => one.State is AssignmentState.Offered);
        foreach (var offer in offers) await new AssignmentService.AssignmentServiceClient(invoker).ConfirmOfferShownAsync(new() { Name = offer.Name, RequestId = NewId() }, Call);
    }

    /// <summary>A desk offers an incident to a unit.</summary>
    /// <returns>Name of the assignment.</returns>
    public async Task<string> OfferAsync(string persona, string incident, string municipality, int unit)
    {
        var current = (await new IncidentService.IncidentServiceClient(await AsAsync(persona)).GetIncidentAsync(new() { Name = incident }, Call)).Incident;
        var request = new AssignUnitRequest { Parent = incident, Unit = UnitName(municipality, unit), Etag = current.Etag, RequestId = NewId() };
        return (await new AssignmentService.AssignmentServiceClient(await AsAsync(persona)).AssignUnitAsync(request, Call)).Assignment.Name;
    }

    public async Task WithdrawAsync(string persona, string assignment) =>
        await new AssignmentService.AssignmentServiceClient(await AsAsync(persona)).WithdrawAssignmentAsync(new() { Name = assignment, Reason = "niet meer nodig", RequestId = NewId() }, Call);

    public async Task SignOffAsync(string persona, string municipality, int unit) =>
        await new UnitService.UnitServiceClient(await AsAsync(persona)).SignOffUnitAsync(new() { Name = UnitName(municipality, unit), RequestId = NewId() }, Call);

    /// <summary>A unit as a desk sees it.</summary>
    public async Task<Unit> UnitAsync(string persona, string municipality, int unit) =>
        (await new UnitService.UnitServiceClient(await AsAsync(persona)).GetUnitAsync(new() { Name = UnitName(municipality, unit) }, Call)).Unit;

    public async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(string persona, string incident) =>
        (await new IncidentService.IncidentServiceClient(await AsAsync(persona)).ListTimelineEntriesAsync(new() { Parent = incident, PageSize = 200 }, Call)).Entries;

    /// <summary>Returns when the history of an incident holds a line of this kind.</summary>
    public async Task HappensAsync(string persona, string incident, string kind)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        while ((await TimelineAsync(persona, incident)).All(entry => entry.Kind != kind)) await look.WaitForNextTickAsync(limit.Token);
    }

    /// <summary>Ends what a test left on the board.</summary>
    public async Task CancelAsync(string persona, string incident)
    {
        var incidents = new IncidentService.IncidentServiceClient(await AsAsync(persona));
        var current = (await incidents.GetIncidentAsync(new() { Name = incident }, Call)).Incident;
        await incidents.CancelIncidentAsync(new() { Name = incident, Etag = current.Etag, Reason = "einde van de proef", RequestId = NewId() }, Call);
    }

    /// <summary>Settles an incident without a unit and closes it.</summary>
    public async Task CloseAsync(string persona, string incident)
    {
        var incidents = new IncidentService.IncidentServiceClient(await AsAsync(persona));
        var current = (await incidents.GetIncidentAsync(new() { Name = incident }, Call)).Incident;
        var handled = (await incidents.RecordDispositionAsync(new() { Name = incident, Etag = current.Etag, Disposition = "warning", RequestId = NewId() }, Call)).Incident;
        await incidents.CloseIncidentAsync(new() { Name = incident, Etag = handled.Etag, RequestId = NewId() }, Call);
    }

    private async Task<IBrowser> LaunchAsync(params string[] more) => await (playwright ?? throw NotStarted()).Chromium.LaunchAsync(new()
    {
        ExecutablePath = await Chromium.FindAsync(Application.Repository),
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", .. more],
    });

    private static BrowserNewContextOptions Wide => new() { ViewportSize = new() { Width = 1600, Height = 950 } };

    private async Task<Screen> OpenAsync(IBrowser on, BrowserNewContextOptions device, ColorScheme theme)
    {
        var context = await on.NewContextAsync(device);
        await context.AddInitScriptAsync($"localStorage.setItem('handhaving-theme', '{(theme is ColorScheme.Light ? "light" : "dark")}')");
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return new(this, page);
    }

    internal static CallOptions Call => new(deadline: DateTime.UtcNow.AddSeconds(30), cancellationToken: TestContext.Current.CancellationToken);

    private static string UnitName(string municipality, int unit) => $"municipalities/{municipality}/units/boa-{municipality}-{unit}";

    internal static string NewId() => Guid.CreateVersion7().ToString();

    /// <summary>Calls the platform as somebody, beside the screens.</summary>
    public async Task<CallInvoker> AsAsync(string persona)
    {
        using var http = new HttpClient { BaseAddress = Application.Address("identity", "http") };
        using var answer = await http.PostAsync($"dev/token?persona={persona}", null, TestContext.Current.CancellationToken);
        var token = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (channel ?? throw NotStarted()).Intercept(metadata =>
        {
            metadata.Add("authorization", new AuthenticationHeaderValue("Bearer", token).ToString());
            return metadata;
        });
    }

    private static InvalidOperationException NotStarted() => new("The control room is not started.");
}
