/**
 * Runs on the 404 page, which every static host serves for an address that is no page. Programs that send a quiz
 * link on may write its `#` as `%23`, or a slash before it; the address then names a page below `/a`, or beside it,
 * that isn't there. All that follows is handed to the page of quiz links, which makes out what was sent. Plain text,
 * since the 404 page carries no other script; the build gives its hash to the Content-Security-Policy.
 */
export function fragmentRedirectScript(base: string): string {
  return `(function(){
var l=location,b=${JSON.stringify(base)},p=l.pathname,m;
if(p.slice(0,b.length).toLowerCase()!==b.toLowerCase())return;
m=/^a(?:\\.html|\\/index\\.html)?(?![\\w-])(.*)$/i.exec(p.slice(b.length));
m=m&&m[1].replace(/^\\/$/,'')+l.search+l.hash;
if(m)l.replace(b+'a#'+m.replace(/^#/,''))
})()`
}
