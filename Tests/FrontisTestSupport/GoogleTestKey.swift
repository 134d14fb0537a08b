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
}
