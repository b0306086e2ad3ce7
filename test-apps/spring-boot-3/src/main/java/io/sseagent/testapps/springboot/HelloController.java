package io.sseagent.testapps.springboot;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** No event stream. */
@RestController
class HelloController {
    @GetMapping("/hello")
    String hello() {
        return "hello";
    }
}
