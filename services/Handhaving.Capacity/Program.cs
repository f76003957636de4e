using Handhaving.Capacity;
using Handhaving.Capacity.Data;

if (args is ["migrate", ..]) return await Migration.RunAsync(args);

await CapacityApp.Build(args).RunAsync();
return 0;
