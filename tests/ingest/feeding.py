"""Feeds for tests, of fictional outlets."""

from onrecord.ingest.fetch import Page

URL = "https://wire.example/rss"
RSS = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Quayside Wire</title><link>https://wire.example/</link><language>en-GB</language>
<item><title>Letters &amp; replies</title><link>https://harbourtimes.example/1</link><guid isPermaLink="false">n1</guid>
 <pubDate>Sun, 30 Jun 2024 23:30:00 -0400</pubDate><dc:creator>Ada Holm</dc:creator>
 <description>Freedonia wrote.</description>
 <source url="https://harbourtimes.example/rss">The Harbour Times</source></item>
<item><title>Port shut</title><link>/2</link>
 <content:encoded><![CDATA[<p>The port is <b>shut</b>.</p><p>It waits.</p>]]></content:encoded></item>
</channel></rss>"""
ATOM = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Lakeside Post</title><id>urn:l</id>
<updated>2024-07-01T00:00:00Z</updated>
<entry><title type="html">Talks &lt;b&gt;fail&lt;/b&gt;</title><id>urn:l:1</id><link rel="alternate" href="/talks"/>
 <published>2024-06-30T08:00:00+02:00</published><updated>2024-07-04T00:00:00Z</updated>
 <source><id>https://herald.example/atom</id><title>The Herald</title>
 <link rel="self" href="https://herald.example/atom"/></source>
 <content type="text">The talks failed.
They will go on.</content></entry>
<entry><title>Later</title><id>urn:l:2</id><updated>2024-07-04T00:00:00Z</updated></entry>
</feed>"""


def page(body: str, *, media_type: str = "application/rss+xml", url: str = URL, encoding: str = "utf-8") -> Page:
    return Page(url=url, media_type=media_type, charset=None, body=body.encode(encoding))
