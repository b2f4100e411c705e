package eu.lethe.dashboard.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.annotation.FacesConfig;

/** Switches on that Faces objects such as the external context can be injected. */
@FacesConfig
@ApplicationScoped
public class DashboardFaces {}
