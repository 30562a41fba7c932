-- One edit: a talk moves to another minute of the hour that is its own, so no two ever clash.
-- Arguments: token, slug of the conference, number of talks. Talks per room and day: 12, from 08:00 on.
local token, slug, talks

function init(arguments)
  token, slug, talks = arguments[1], arguments[2], tonumber(arguments[3])
  math.randomseed(os.time() * 1000 + math.floor(os.clock() * 1e6) + tonumber(tostring({}):match("0x(%x+)"), 16) % 100000)
end

function request()
  local talk = math.random(talks) - 1
  local body = string.format(
    '{"room":"room-%d","startsAt":"2027-03-%02dT%02d:%02d"}',
    math.floor(talk / 24) + 1, math.floor(talk % 24 / 12) + 2, talk % 12 + 8, math.random(0, 30))
  return wrk.format("PUT", "/schedule/conferences/" .. slug .. "/slots/" .. talk + 1,
    {["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json"}, body)
end

function response(status, headers, body)
  if status ~= 200 then
    io.stderr:write("an edit was answered ", status, ": ", body, "\n")
  end
end
