using System.Globalization;
using Handhaving.Simulator.Fake;

// Arguments: gRPC port and HTTP port.
await using var host = await FakeHost.StartAsync(int.Parse(args[0], CultureInfo.InvariantCulture), int.Parse(args[1], CultureInfo.InvariantCulture));
Console.WriteLine($"gRPC {host.Grpc}, HTTP and tokens {host.Http}");
await host.WaitAsync();
