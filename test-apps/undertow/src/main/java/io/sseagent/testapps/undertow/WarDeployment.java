package io.sseagent.testapps.undertow;

import io.undertow.server.HttpHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ListenerInfo;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.EventListener;

/** The classes of a WAR, whose listener adds the servlets. A class of its own, because Undertow runs without servlets as well. */
final class WarDeployment {
    private WarDeployment() {}

    static HttpHandler of(File war) throws Exception {
        URL classes = new URL("jar:" + war.toURI() + "!/WEB-INF/classes/");
        ClassLoader loader = new URLClassLoader(new URL[] {classes}, Application.class.getClassLoader());
        Class<? extends EventListener> listener = Class.forName("io.sseagent.testapps.war.Application", true, loader)
                .asSubclass(EventListener.class);
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(loader)
                .setContextPath("/app")
                .setDeploymentName(war.getName())
                .addListener(new ListenerInfo(listener));
        DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment);
        manager.deploy();
        return manager.start();
    }
}
