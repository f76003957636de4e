using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Local.Servers;

/// <summary>PostgreSQL on loopback, with passwords only, durable; as the account postgres when this runs as root, because it refuses to be root.</summary>
internal sealed class PrivatePostgres(PostgresServerResource resource, Instance instance) : PrivateServer
{
    private const string Account = "postgres";
    private readonly string _home = instance.DataOf(resource.Name, otherAccount: Unix.IsRoot);

    private string Data => Path.Combine(_home, "data");

    private string VersionFile => Path.Combine(Data, "PG_VERSION");

    public override async Task<IReadOnlyList<Launch>> PrepareAsync(CancellationToken cancellation)
    {
        Start(_home, empty: !resource.KeepsData);
        if (!File.Exists(VersionFile))
            await InitializeAsync(cancellation);
        // What it names is not running: this instance is locked, and what an earlier run left was stopped.
        File.Delete(Path.Combine(Data, "postmaster.pid"));
        return
        [
            Command(resource.Name, "postgres", ["-D", Data, .. Settings()]) with
            {
                Quiet = true,
                StopSignal = UnixSignal.Interrupt, // fast: ends the sessions, writes a checkpoint
                OrphanSignal = UnixSignal.Interrupt,
                IsReady = cancellation => ServerProbe.PostgresAsync(resource.Port, resource.User, cancellation),
            },
        ];
    }

    public override async Task CompleteAsync(CancellationToken cancellation)
    {
        foreach (var database in resource.Databases.Where(database => database.Given is null))
            if (await QueryAsync($"SELECT 1 FROM pg_database WHERE datname = '{Safe(database.DatabaseName)}'", cancellation) != "1")
                await QueryAsync($"CREATE DATABASE \"{Safe(database.DatabaseName)}\"", cancellation);
    }

    public async Task<string> QueryAsync(string sql, CancellationToken cancellation)
    {
        var query = Command("psql", "psql", "-h", ServerResource.Host, "-p", $"{resource.Port}", "-U", resource.User, "-d", "postgres",
            "-v", "ON_ERROR_STOP=1", "-XtAc", sql) with
        { Environment = new Dictionary<string, string> { ["PGPASSWORD"] = resource.Password } };
        return await SucceedAsync(query, cancellation);
    }

    private async Task InitializeAsync(CancellationToken cancellation)
    {
        var unfinished = Path.Combine(_home, "data.new");
        Start(unfinished, empty: true);
        var password = Path.Combine(_home, "password.new");
        PrivateFile.Write(password, resource.Password);
        await GiveToAccountAsync(cancellation);
        await SucceedAsync(Command("initdb", "initdb", "-D", unfinished, "-U", resource.User, "--auth=scram-sha-256",
            $"--pwfile={password}", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"), cancellation);
        File.Delete(password);
        Directory.Move(unfinished, Data);
    }

    private async Task GiveToAccountAsync(CancellationToken cancellation)
    {
        if (Unix.IsRoot && !(await Tool.RunAsync("chown", ["-R", $"{Account}:", _home], cancellation)).Succeeded)
            throw new DistributedApplicationException($"The directory {_home} could not be given to the account {Account}.");
    }

    // No statement, parameter or key value reaches the log: they may hold personal data.
    private IEnumerable<string> Settings() => new[]
    {
        $"listen_addresses={ServerResource.Host}", $"port={resource.Port}", "unix_socket_directories=", "max_connections=200",
        "shared_buffers=128MB", "fsync=on", "synchronous_commit=on", "log_statement=none", "log_min_duration_statement=-1",
        "log_min_error_statement=panic", "log_error_verbosity=terse", "log_parameter_max_length_on_error=0", "log_min_messages=warning",
    }.SelectMany(setting => new[] { "-c", setting });

    private Launch Command(string name, string program, params string[] arguments)
    {
        var version = File.Exists(VersionFile) ? File.ReadAllText(VersionFile).Trim() : null;
        var programs = ServerPackage.PostgresPrograms(version)
            ?? throw new DistributedApplicationException($"The data in {Data} is of PostgreSQL {version}, which is not installed. Install it, or start empty with --fresh.");
        return new Launch(name, Path.Combine(programs, program), arguments, _home) { User = Account };
    }

    private static async Task<string> SucceedAsync(Launch launch, CancellationToken cancellation)
    {
        var result = await Tool.RunAsync(launch, cancellation);
        return result.Succeeded ? result.Output : throw new DistributedApplicationException($"{launch.Name} failed: {result.Output}");
    }

    private static string Safe(string name) => name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
        ? name
        : throw new DistributedApplicationException($"'{name}' is no name for a database here: letters, digits, '_' and '-'.");
}
