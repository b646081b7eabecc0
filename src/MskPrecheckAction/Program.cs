Console.WriteLine("msk-precheck");
