/// The key of the tests' service account: made for these tests, and good for nothing else.
package enum GoogleTestKey {
    package static let id = "0123456789abcdef0123456789abcdef01234567"

    /// PKCS#8, with line breaks like in a file of Google's.
    package static let pem = """
        -----BEGIN PRIVATE KEY-----
        MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCeBs4xYhdaHjHZ
        3xCrALlNufT93pawUja1TV8gHXhvLnTGUrbHB5HksKcfaS7/KD3MSAuZBqfuGnBC
        hDTEkhUO4ZS0dOk7fkntxhSXAXF/pIdL3wbVR70XHDPvJQWbDOF5sMC6yF2McQmG
        GtpVJYJbwEy5zGhbJv37O6T9aqIYQ5NuB/XGEnlUzwbLiN1DCfXHhQdUrS3SnW6x
        QJa2ebnbcGE8LDnX9qAJ0jUTKyl+KtrQ9ye6RhaKf7+I0CrcLeQrU975qtcHquTK
        NSQhKs2pQAZgkKi8FmJpjliRqrwKsciUJKZkSLK1TpF99F55Zc3yiVMwnLb6gf7U
        K2oygRPDAgMBAAECggEAE2OQXvzDErqLsUiuOdz/32qGhbOO15luvvX8SutywGl5
        yG+Tn33tR5rpFnCIZKQiWPMqAR+Q8STrSy3/b3LhBI9m+HEzwKnxFixskE6MB3Y/
        Z2643uhLag96y8fGFU0SSSUHsKMu3zFrUrnuue29PdatU0qiLzTsiqu5xaIUu1c1
        scT9vZyNT1XTXW/0daBsq3hosBG4z7JqnxbutVy+uo1bdTunNG5qMd0fwhoD9uyf
        7cbzA3V1vWcc7h0VnshztvOCqu/7/YUApYN3AOGY5OzYm7f0KbYOkpy0SRvff3/1
        7iobhyP2YD8cXK85oV97o3/nv7/UdkMCTWebtmCRcQKBgQDa8qwPCZRgCoUqpxEN
        OCUnj0RPO/Au3RK0AJFBqRRHDYeFl1T7LHHXf1BU8sj5UZvh/36H64IpyekMstyw
        cBVB9DAW0xAl0aZNlzrlvPxESY+FP2Zx728nq3XQ1ebRMGfK95DSYhslXwE837ha
        ngDPO0lnUsoct/haaRTvmux7WQKBgQC4xOFYV8BitaNUu2VyM2z+fNvSupVtMl/2
        VhdpzPGv03pykEVKcmpe5cX8jLMdhQOom8QuAoRXH6BVpGFzfG0c3rCbuWIWsNg8
        kzd7OHNgAEhhh4jF8tGQPCkvIzK422OClxGHn8Ex5SNyGwQhoyKdZCNjO9mp442q
        5lzl8kZQewKBgFTv72+l97mKWz7AsQy/yyodmhJi3jpP6QGLds5SGVu3E+vvWThX
        dZJ0AWXzCaQu1JpH035HDqfHfHFAsfyAfr6nTECOgKUrP6i6Ek8tkW+sWdEHV2a7
        zBNHoNzzHifo71r9z2DOTlmhEYncAFinEwlRppg+tcmOVPo96bFKGJOBAoGBALaC
        CtE3hJo8LsSAgplGgM/zxzMlCHqfOrjZmzDvtn/l1dqZ9UevMrDgKCvpUvfCrrV6
        f1KvO8fPPpG52GS5sBHHSg3YFTKypjVXeYMmZJicTuK/fPOCgUwGkOu1yeFdG7Mf
        w7oCrFO7scKBOxh6yrNK+cWIld1BH2uDNpoQMTJHAoGAJzjnV7k04niWegIMtieF
        0rxtHVMIeDgZfw2TACRgIhNOOCzHTkwxw+WOqFrGuSbiJBQ5sME29rCzQupxohKr
        dVF+HtCgX/ESamLumD+lPyNsQgSUXRWgzLrGkKgAnCPbcXac3rlTcQb91IfgMlT0
        pvGXgaw1B7DSlzvMwi9zGWQ=
        -----END PRIVATE KEY-----

        """

    /// The public half, in hexadecimal.
    static let modulus =
        "9e06ce3162175a1e31d9df10ab00b94db9f4fdde96b05236b54d5f201d786f2e74c652b6c70791e4b0a71f692eff283d"
        + "cc480b9906a7ee1a70428434c492150ee194b474e93b7e49edc6149701717fa4874bdf06d547bd171c33ef25059b0ce1"
        + "79b0c0bac85d8c7109861ada5525825bc04cb9cc685b26fdfb3ba4fd6aa21843936e07f5c6127954cf06cb88dd4309f5"
        + "c7850754ad2dd29d6eb14096b679b9db70613c2c39d7f6a009d235132b297e2adad0f727ba46168a7fbf88d02adc2de4"
        + "2b53def9aad707aae4ca3524212acda940066090a8bc1662698e5891aabc0ab1c89424a66448b2b54e917df45e7965cd"
        + "f28953309cb6fa81fed42b6a328113c3"
}
