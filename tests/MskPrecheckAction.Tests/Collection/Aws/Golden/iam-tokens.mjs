// Prints golden vectors for IamTokenSignerTests: what the official signer makes of these credentials at these times. Run by regenerate.sh.
import signer from "aws-msk-iam-sasl-signer-js";

const cases = [
  { name: "access key only", region: "eu-central-1", now: "2026-11-22T10:11:12Z", accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
  { name: "session token", region: "us-east-1", now: "2024-02-29T23:59:59Z", accessKeyId: "ASIAIOSFODNN7EXAMPLE", secretAccessKey: "a+b/c=d%20e", sessionToken: "IQoJb3JpZ2luX2VjE+/x==//+%2F&a=b c~.-_*'()" },
  { name: "China", region: "cn-north-1", now: "2026-01-01T00:00:00Z", accessKeyId: "AKIACHINA00000000000", secretAccessKey: "secret" },
  { name: "GovCloud", region: "us-gov-west-1", now: "2026-12-31T23:59:00Z", accessKeyId: "AKIAGOV0000000000000", secretAccessKey: "secret", sessionToken: "token" },
  { name: "credentials that end before the token would", region: "ap-southeast-2", now: "2026-06-01T12:00:00Z", accessKeyId: "ASIASHORT00000000000", secretAccessKey: "secret", sessionToken: "token", expiration: "2026-06-01T12:05:00Z" },
];

const RealDate = Date;
const vectors = [];
for (const one of cases) {
  globalThis.Date = class extends RealDate {
    constructor(...args) {
      super(...(args.length === 0 ? [one.now] : args));
    }

    static now() {
      return RealDate.parse(one.now);
    }
  };
  const { accessKeyId, secretAccessKey, sessionToken } = one;
  const expiration = one.expiration && new RealDate(one.expiration);
  const { token, expiryTime } = await signer.generateAuthTokenFromCredentialsProvider({
    region: one.region,
    awsCredentialsProvider: async () => ({ accessKeyId, secretAccessKey, sessionToken, expiration }),
  });
  globalThis.Date = RealDate;
  vectors.push({ ...one, token, expiresAt: new RealDate(expiryTime).toISOString() });
}

console.log(JSON.stringify(vectors, null, 2));
