vcl 4.1;

# Varnish 7.1 with varnish-modules (xkey) in front of Onrecord; docs/operate/caches.md says how to set it up.
#
# It keeps what Onrecord gives leave to keep (Surrogate-Control) until it hears that it has changed (PURGE), and serves
# what it keeps while Onrecord is away. What was withdrawn goes at once and is never served again.
#
# Yours to change: the backend, the list of those who may purge, and the key, which Varnish reads from its environment as
# ONRECORD_VARNISH_KEY. Without a key nobody can purge anything.

import std;
import xkey;

backend onrecord {
    .host = "127.0.0.1";
    .port = "4700";
    .connect_timeout = 2s;
    .first_byte_timeout = 20s;
    .between_bytes_timeout = 20s;
    .probe = {
        .url = "/-/ready";
        .interval = 1s;
        .timeout = 3s;
        .window = 4;
        .threshold = 2;
        .initial = 2;
    }
}

acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    set req.backend_hint = onrecord;

    # Asked again, since it could not be made anew: what is kept from before is better than nothing.
    if (req.restarts > 0) {
        set req.grace = 3d;
        set req.http.Onrecord-Again = "yes";
        return (hash);
    }

    # These are ours alone: nobody outside can say them.
    unset req.http.Onrecord-Again;
    unset req.http.Onrecord-Encoding;

    if (req.method == "PURGE") {
        call onrecord_purge;
    }

    # Words that lead software behind other software astray. Onrecord reads none of them.
    unset req.http.Forwarded;
    unset req.http.Proxy;
    unset req.http.X-Forwarded-Host;
    unset req.http.X-Forwarded-Port;
    unset req.http.X-Forwarded-Prefix;
    unset req.http.X-Forwarded-Scheme;
    unset req.http.X-Forwarded-Server;
    unset req.http.X-Host;
    unset req.http.X-HTTP-Method;
    unset req.http.X-HTTP-Method-Override;
    unset req.http.X-Method-Override;
    unset req.http.X-Original-Host;
    unset req.http.X-Original-URL;
    unset req.http.X-Rewrite-URL;

    # What is written, what is the staff's, what is asked: straight through, and kept by nobody.
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    if (req.url ~ "^/(studio|-)(/|\?|$)" || req.url ~ "(?i)^(/[a-z-]+)?/report(/|\?|$)") {
        return (pass);
    }
    # Data is kept by its whole question. What else is left behind the question mark is a search, a filter or an address
    # of old.
    if (req.url !~ "^/data/") {
        call onrecord_query;
        if (req.url ~ "\?") {
            return (pass);
        }
    }

    # From here on, the address and the encoding are all that can choose the bytes.
    call onrecord_encoding;
    set req.http.Host = "onrecord";
    unset req.http.Accept;
    unset req.http.Accept-Charset;
    unset req.http.Accept-Language;
    unset req.http.Authorization;
    unset req.http.Cookie;
    unset req.http.If-Match;
    unset req.http.If-Modified-Since;
    unset req.http.If-Unmodified-Since;
    unset req.http.Origin;
    unset req.http.Referer;
    unset req.http.User-Agent;
    unset req.http.X-Forwarded-For;
    unset req.http.X-Forwarded-Proto;
    unset req.http.X-Real-IP;
    # Pictures alone are served in parts.
    if (req.url !~ "^/media/[0-9a-f]+\.") {
        unset req.http.If-Range;
        unset req.http.Range;
    }

    # Nobody gets what has changed as long as it can be made anew.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 0s;
    }
    return (hash);
}

# Cuts off what means nothing.
sub onrecord_query {
    # The words by which other sites say where a reader came from; Onrecord's list is in src/story/former-address.ts.
    set req.url = regsuball(req.url, "(?i)(?<=[?&])(utm_\w*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|igshid|ref_src|_ga|yclid|twclid)(=[^&]*)?(&|$)", "");
    set req.url = regsub(req.url, "[?&]+$", "");
    # A file has one address.
    if (req.url ~ "^/media/") {
        set req.url = regsub(req.url, "\?.*$", "");
    }
}

# One of three, as Onrecord would choose: br before gzip before none.
sub onrecord_encoding {
    set req.http.Onrecord-Encoding = "identity";
    if (req.url ~ "^/media/") {
        # Pictures are small already.
    } elsif (req.http.Accept-Encoding ~ "(?i)(^|,)\s*br\s*(;\s*q\s*=\s*(1(\.0{0,3})?|0\.0{0,2}[1-9]\d{0,2}))?\s*(,|$)") {
        set req.http.Onrecord-Encoding = "br";
    } elsif (req.http.Accept-Encoding ~ "(?i)(^|,)\s*(x-)?gzip\s*(;\s*q\s*=\s*(1(\.0{0,3})?|0\.0{0,2}[1-9]\d{0,2}))?\s*(,|$)") {
        set req.http.Onrecord-Encoding = "gzip";
    }
    set req.http.Accept-Encoding = req.http.Onrecord-Encoding;
}

sub onrecord_purge {
    # A word that is missing is unequal to an empty one, and equal to another that is missing.
    if (client.ip !~ purgers || !std.getenv("ONRECORD_VARNISH_KEY") || std.getenv("ONRECORD_VARNISH_KEY") == "" ||
        req.http.Onrecord-Purge-Key != std.getenv("ONRECORD_VARNISH_KEY")) {
        return (synth(403, "Not yours to purge"));
    }
    unset req.http.Onrecord-Purged;
    if (req.http.Onrecord-Purge-Everything) {
        ban("obj.status != 0");
        set req.http.Onrecord-Purged = "everything";
    }
    if (req.http.Onrecord-Purge-Tags) {
        set req.http.Onrecord-Purged = xkey.purge(req.http.Onrecord-Purge-Tags);
    }
    if (req.http.Onrecord-Renew-Tags) {
        set req.http.Onrecord-Purged = xkey.softpurge(req.http.Onrecord-Renew-Tags);
    }
    if (!req.http.Onrecord-Purged) {
        return (synth(400, "Nothing named"));
    }
    return (synth(200, "OK"));
}

sub vcl_hash {
    hash_data(req.url);
    hash_data(req.http.Onrecord-Encoding);
    return (lookup);
}

sub vcl_backend_fetch {
    if (bereq.http.Onrecord-Encoding) {
        # Varnish would ask for gzip alone, and answer from memory where Onrecord says that nothing has changed.
        set bereq.http.Accept-Encoding = bereq.http.Onrecord-Encoding;
        unset bereq.http.Onrecord-Encoding;
        unset bereq.http.If-None-Match;
    }
}

sub vcl_backend_response {
    # Each encoding is kept as Onrecord made it.
    set beresp.do_gzip = false;
    set beresp.do_gunzip = false;

    # Any answer that is taken, even one to be thrown away, takes the place of what is kept: one that failed is not taken
    # before it is sure that nothing is.
    if (beresp.status >= 500 && !bereq.uncacheable) {
        if (!bereq.http.Onrecord-Again || bereq.is_bgfetch) {
            return (abandon);
        }
        call onrecord_keep_nothing;
        return (deliver);
    }
    if (bereq.uncacheable || beresp.http.Surrogate-Control !~ "max-age=[1-9]" || !beresp.http.Surrogate-Key ||
        beresp.http.Set-Cookie || beresp.http.Cache-Control ~ "no-store|private") {
        # For a minute nobody waits for another's answer here, to get none.
        set beresp.uncacheable = true;
        set beresp.ttl = 60s;
        set beresp.grace = 0s;
        set beresp.keep = 0s;
        return (deliver);
    }
    set beresp.ttl = std.duration(regsub(beresp.http.Surrogate-Control, "^.*max-age=(\d+).*$", "\1s"), 0s);
    # How long what has changed or expired may be served while Onrecord is away.
    set beresp.grace = 3d;
    set beresp.keep = 0s;
    set beresp.http.xkey = beresp.http.Surrogate-Key;
    return (deliver);
}

sub onrecord_keep_nothing {
    set beresp.uncacheable = true;
    set beresp.ttl = 0s;
    set beresp.grace = 0s;
    set beresp.keep = 0s;
}

sub vcl_backend_error {
    if (!bereq.uncacheable && (!bereq.http.Onrecord-Again || bereq.is_bgfetch)) {
        return (abandon);
    }
    call onrecord_keep_nothing;
    set beresp.http.Cache-Control = "no-store";
    set beresp.http.Content-Security-Policy = "default-src 'none'";
    set beresp.http.Content-Type = "text/plain; charset=utf-8";
    set beresp.http.Retry-After = "5";
    set beresp.http.X-Content-Type-Options = "nosniff";
    set beresp.body = {"The site cannot be reached just now. Please try again in a few seconds.
"};
    return (deliver);
}

sub vcl_deliver {
    if (obj.hits > 0 && obj.ttl < 0s) {
        set resp.http.Cache-Status = "onrecord; hit; detail=stale";
    }
    call onrecord_deliver;
}

sub vcl_synth {
    # It could not be made anew: is there one from before?
    if (resp.status == 503 && req.http.Onrecord-Encoding && req.restarts == 0) {
        return (restart);
    }
    set resp.http.Cache-Control = "no-store";
    set resp.http.Content-Type = "text/plain; charset=utf-8";
    set resp.http.X-Content-Type-Options = "nosniff";
    if (req.method == "PURGE" && resp.status == 200) {
        set resp.http.Onrecord-Purged = req.http.Onrecord-Purged;
    }
    set resp.body = resp.reason + {"
"};
    call onrecord_deliver;
    return (deliver);
}

# What is between Onrecord and its caches is nobody else's business.
sub onrecord_deliver {
    unset resp.http.Cache-Tag;
    unset resp.http.Cloudflare-CDN-Cache-Control;
    unset resp.http.Server;
    unset resp.http.Surrogate-Control;
    unset resp.http.Surrogate-Key;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
    unset resp.http.xkey;
    if (req.url !~ "^/media/[0-9a-f]+\.") {
        unset resp.http.Accept-Ranges;
    }
}
